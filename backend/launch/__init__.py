"""Starts, watches and stops the processes of Siklus. Nothing here imports Django: it must run before Django can.

`children` one process, `servers` PostgreSQL and Valkey, `state` folders and locks, `commands` what each process runs,
`demo` and `run_with` the two ways to bring them up together.
"""
