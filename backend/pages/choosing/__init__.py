"""Building the list of a collective decree: finding villages, looking how ready they are, and the list as a workbook."""
