"""Plain text for an e-mail: written, and read back by what shares no arrangement with it."""
