"""The places that a sentence names, and what each of them hangs on."""
