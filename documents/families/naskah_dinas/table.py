"""Tables of naskah dinas: columns with their styles, rows of strings."""

from typing import Any

Column = tuple[str, str]  # title, css class


def table(kind: str, columns: list[Column], rows: list[list[str]], total: str = "") -> dict[str, Any]:
    """The template's variables of one table; its last three rows stay with what follows."""
    styles = [css for _, css in columns]
    return {
        "kind": kind,
        "columns": [{"title": title, "css": css} for title, css in columns],
        "rows": [
            {
                "cells": [{"text": text, "css": css} for text, css in zip(row, styles, strict=True)],
                "keep": order > max(len(rows) - 3, 0),
            }
            for order, row in enumerate(rows)
        ],
        "total": total,
        "rest": str(len(columns) - 2),
    }
