"""Examples of what frontmap makes from the reports in ``examples/``, with their pictures."""
