from worker import relay
from worker.app import app
from workflows.core.models import Outbox


@app.task
def issue(outbox_id: int) -> None:
    """Make the paper that this outbox row asks for."""
    relay.carry_out(Outbox, outbox_id)
