"""Starts, watches and stops the processes of Siklus. Nothing here imports Django: it must run before Django can.

From the ground up: `children` (one process), `state` (folders and locks), `postgres`, `valkey` and `roles`, `servers` (what
is missing of them), `environment` and `commands` (what a process sees and runs), `services` (what must stay alive),
`running` and `demo` (all of it together), `entry` (one function for each command).
"""
