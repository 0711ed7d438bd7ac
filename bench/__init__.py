"""Speed beside other tools, measured in one run: the ratios count, the absolute figures are the machine's."""
