from worker import relay
from worker.app import app
from worker.models import Post


@app.task(soft_time_limit=20, time_limit=25)
def post(post_id: int) -> None:
    """Send this message to its webhook."""
    relay.carry_out(Post, post_id)
