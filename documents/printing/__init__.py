"""Papers for the printer: one file out of many, on the office's paper. What is made here is handed out and never kept."""

from documents.printing.job import Item, Order, print_job

__all__ = ["Item", "Order", "print_job"]
