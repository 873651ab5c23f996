"""Django's admin, for superusers and staff of the installation: what no page is for. Cases are read there and never decided."""
