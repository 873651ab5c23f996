"""The first run: from an empty database to a district that can work, in seven steps that may be left and resumed."""
