from worker.app import app
from worker.signing import sweeping


@app.task
def finish_signing(request_id: int) -> None:
    """See what became of this request to sign, and go on from there as far as no secret is needed."""
    sweeping.finish(request_id)
