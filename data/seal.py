"""Seals what must never be read from the database file alone: camera addresses with their passwords."""

import os
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from models.errors import Conflict


class Seal:
    """Encrypts and decrypts short texts with the key in SIDELINE_HOME/secret."""

    def __init__(self, secret: Path) -> None:
        self._fernet = Fernet(_key(secret))

    def close(self, text: str) -> str:
        """The text, sealed."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """The text again; Conflict when it was sealed with another key."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise Conflict('This camera was saved with another secret. Enter its address again.') from error


def _key(secret: Path) -> bytes:
    if not secret.exists():
        descriptor = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, 'wb') as file:
            file.write(Fernet.generate_key())
    return secret.read_bytes()
