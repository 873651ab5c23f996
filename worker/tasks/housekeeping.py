from worker import relay
from worker.app import app
from workflows.core.models import Outbox


@app.task(soft_time_limit=20, time_limit=25)
def attend(outbox_id: int) -> None:
    """See to what can wait: notices to many at once."""
    relay.carry_out(Outbox, outbox_id)
