"""Charts that the server draws as SVG. Widths are hundredths of the place that they are given, so that letters are never scaled.

Every look has a texture of its own besides its colour: charts are read in black and white too. A table with the same figures always
stands beside a chart (`backend/figures/figure.py`), so that a chart itself is passed over by screen readers.
"""
