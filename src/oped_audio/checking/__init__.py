"""A finished book -> Findings: what a listener would stumble over.

It reads books with parsers of its own and shares no code with publishing, so that what one of the
two gets wrong the other one sees.
"""
