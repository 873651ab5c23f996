"""Work without a signal: what makes Siklus installable, and what guards the drafts on a phone (docs/decisions/0008-offline.md)."""
