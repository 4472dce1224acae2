"""One rule a file; the order here does not matter."""
from . import bans, heavy, layers, lengths, shape, sql, texts

RULES = (layers, heavy, bans, lengths, shape, sql, texts)
