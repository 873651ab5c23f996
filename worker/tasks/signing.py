from worker.app import app
from worker.signing import sweeping, waiting


@app.task
def finish_signing(request_id: int) -> None:
    """See what became of this request to sign, and go on from there as far as no secret is needed."""
    sweeping.finish(request_id)


@app.task
def ask_after_service(task_id: int) -> None:
    """Whether the signing service, which was out of reach, answers again; then the signatory is told."""
    waiting.ask_after(task_id)
