from worker import relay
from worker.app import app
from worker.models import Delivery
from workflows.core.models import Outbox

QUICK = {"soft_time_limit": 20, "time_limit": 25}  # seconds; below the lease


@app.task(**QUICK)
def tell(outbox_id: int) -> None:
    """Tell whom this outbox row concerns."""
    relay.carry_out(Outbox, outbox_id)


@app.task(**QUICK)
def send(delivery_id: int) -> None:
    """Send this e-mail."""
    relay.carry_out(Delivery, delivery_id)
