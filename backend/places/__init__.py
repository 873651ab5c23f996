"""Villages, districts, search, and what waits where."""
