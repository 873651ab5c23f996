"""The rakor: planned, called, attended, shown on the wall of the hall, decided and written down."""
