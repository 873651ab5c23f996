"""The sixty checks of a reviewer (documents.md 6), kind by kind, on papers as a reader sees them."""
