"""What an administrator of a district does: set-up, imports, people, offices, routes, stuck work."""
