"""The sentences in which the lung program says what Lung-RADS found, assumed and still needs."""
