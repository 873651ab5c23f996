"""The demo: servers, tables, example districts, web, worker and scheduler, until Ctrl-C."""

import socket
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from backend.launch import commands, endings, environment, services, state
from backend.launch.children import Child
from backend.launch.environment import Environment, as_owner
from backend.launch.health import answers
from backend.launch.progress import Failure, say
from backend.launch.running import run_all, run_beside
from backend.launch.servers import missing_servers
from backend.launch.services import Service

STORIES = "load_demo"  # plays the example districts; again it does nothing
LOGINS = "demo_logins"  # prints a login for each role
SETUP_CODE = "setup_code"  # prints what opens the first run of an empty database
PORTS = range(8000, 8100)
PATIENCE = 20.0  # seconds until a former run counts as not ending
STARTING = 180.0  # seconds until the web counts as not starting; a process that ends is noticed at once


def demo(arguments: Sequence[str]) -> int:
    """Bring everything up, or say where it runs already. Ends with 0 after Ctrl-C, which is the way to stop it."""
    options = _options(arguments)
    folder = state.state_folder()
    lock = state.Lock(folder / "lock")
    if not lock.take():
        there = environment.read_back(folder)
        if there and answers(there["BASE_URL"]):
            return _greet(there)
        say("waiting for a former run to end")
        if not lock.take(PATIENCE):
            raise Failure(f"Another Siklus uses {folder}. Stop it, or set SIKLUS_STATE to another folder.")
    return _run(folder, lock, options)


def _run(folder: Path, lock: state.Lock, options: Namespace) -> int:
    environment.forget(folder)
    listening = _listen(options.port)
    address = f"http://localhost:{listening.getsockname()[1]}"  # by name: passkeys take no address in figures
    started: list[Service] = []
    with missing_servers(folder, lock, durable=True) as servers:
        env = environment.process_environment("demo", folder, servers.environment) | {"BASE_URL": address}
        try:
            _prepare(env)
            _start_worker(started, env, folder, lock)
            if not options.without_stories:
                _tell_stories(started, env, lock)
            _start(started, env, folder, lock, listening)
            environment.write_down(folder, env)
            if options.without_stories:
                run_all([commands.manage(SETUP_CODE)], env)
            _greet(env)
            return 0 if options.once else _until_something_ends(started, servers.running)
        except KeyboardInterrupt:
            return 0
        finally:
            endings.ignore()
            say("stopping")
            environment.forget(folder)
            services.stop(started)


def _options(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="./siklus demo", description="Start Siklus with the example districts.")
    parser.add_argument("--port", type=int, help=f"the port of the web pages; else the first free one from {PORTS[0]}")
    parser.add_argument("--once", action="store_true", help="stop as soon as everything has been up (for scripts)")
    parser.add_argument("--without-stories", action="store_true", help="begin with an empty database")
    return parser.parse_args(arguments)


def _prepare(env: Environment) -> None:
    say("making the tables")
    if run_all(commands.migrate(env), as_owner(env)):
        raise Failure("The tables could not be made; what went wrong stands above. `./siklus reset` begins anew.")


def _start_worker(started: list[Service], env: Environment, folder: Path, lock: state.Lock) -> None:
    started.append(services.worker(env, folder, [lock.fd]))
    started[0].start()


def _tell_stories(started: Sequence[Service], env: Environment, lock: state.Lock) -> None:
    """Load what the demo shows; its papers and notices are made by the worker beside it."""
    say("loading the example districts; the first time this takes some minutes")
    if run_beside(commands.manage(STORIES), env, lock, started):
        raise Failure(f"{STORIES} failed; what went wrong stands above. `./siklus reset` begins anew.")


def _start(started: list[Service], env: Environment, folder: Path, lock: state.Lock, listening: socket.socket) -> None:
    """Start scheduler and web before the worker (the order in which they stop); return when the web answers."""
    say("starting web and scheduler")
    keep = [lock.fd]
    web = commands.web(f"fd://{listening.fileno()}")
    more = [
        services.scheduler(env, folder, keep),
        Service("web", web, env, folder / "web.log", [*keep, listening.fileno()]),
    ]
    started[:0] = more
    for service in more:
        service.start()
    end = time.monotonic() + STARTING
    services.watch(started, lambda: answers(env["BASE_URL"]) or time.monotonic() > end)
    if not answers(env["BASE_URL"]):
        raise Failure(f"The web pages do not answer. Look at {folder / 'web.log'}.")


def _listen(port: int | None) -> socket.socket:
    """A listening socket on this machine only, held before gunicorn starts so that nobody else can take the port."""
    for candidate in [port] if port else PORTS:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(("127.0.0.1", candidate))
            listening.listen(128)
            return listening
        except OSError:
            listening.close()
    raise Failure(f"Port {port or f'{PORTS[0]} to {PORTS[-1]}'} is taken. Choose another: ./siklus demo --port 9000")


def _greet(env: Environment) -> int:
    if commands.exists(LOGINS):
        run_all([commands.manage(LOGINS)], env)
    say(f"Siklus runs at {env['BASE_URL']}/   (Ctrl-C stops it)")
    return 0


def _until_something_ends(started: Sequence[Service], server_children: Sequence[Child]) -> int:
    services.watch(started, lambda: any(server.ended for server in server_children))
    for server in server_children:
        if server.ended:
            say(f"{server.name} ended by itself. Its log ends:\n{server.last_words()}")
    return 1
