"""Workbooks become data: read safely, columns matched, every row checked, previewed, applied all or nothing, undone."""
