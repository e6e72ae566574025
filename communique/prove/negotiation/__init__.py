"""What a negotiation print promises: numbers of lines, and brackets that are counted and marked."""
