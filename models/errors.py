"""What a coach may read when something goes wrong; every other exception is a bug.

SidelineError
├── Invalid        the input is wrong, and `fields` says where (422)
├── TooLarge       the input is bigger than Sideline takes (413)
├── NotSignedIn    nobody is signed in (401)
├── Forbidden      the role is too low (403)
├── NotFound       it does not exist, or not for this club (404)
├── Conflict       the state does not allow it (409)
├── TooManyTries   wait before the next attempt (429)
├── DiskFull       nothing can be stored any more (507)
└── VideoError     a camera or a video file cannot be used (422)
"""

from collections.abc import Mapping


class SidelineError(Exception):
    """A sentence that says what to do; `values` fill its {placeholders}, so that it can be translated."""

    status = 400
    title = 'That did not work'

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return self.sentence.format(**self.values) if self.values else self.sentence


class Invalid(SidelineError):
    """The input is wrong; `fields` maps the name of each field at fault to what is wrong with it."""

    status = 422
    title = 'The input is not valid'

    def __init__(self, sentence: str, *, fields: Mapping[str, str] | None = None, **values: object) -> None:
        super().__init__(sentence, **values)
        self.fields = dict(fields or {})


class TooLarge(SidelineError):
    """The input is bigger than Sideline takes."""

    status = 413
    title = 'The input is too large'


class NotSignedIn(SidelineError):
    """Nobody is signed in."""

    status = 401
    title = 'Not signed in'

    def __init__(self, sentence: str = 'Please sign in first.', **values: object) -> None:
        super().__init__(sentence, **values)


class Forbidden(SidelineError):
    """The role of this member is too low."""

    status = 403
    title = 'Not allowed'

    def __init__(self, sentence: str = 'Your role does not allow this. Ask an owner of the club.', **values: object):
        super().__init__(sentence, **values)


class NotFound(SidelineError):
    """It does not exist, or not for this club: nobody learns which."""

    status = 404
    title = 'Not found'

    def __init__(self, sentence: str = 'This does not exist, or no longer.', **values: object) -> None:
        super().__init__(sentence, **values)


class Conflict(SidelineError):
    """The present state does not allow it."""

    status = 409
    title = 'Not in this state'


class TooManyTries(SidelineError):
    """Too many attempts; `retry_after_s` says how long to wait."""

    status = 429
    title = 'Too many attempts'

    def __init__(self, sentence: str, *, retry_after_s: int, **values: object) -> None:
        super().__init__(sentence, retry_after_s=retry_after_s, **values)
        self.retry_after_s = retry_after_s


class DiskFull(SidelineError):
    """Nothing can be stored any more; what was stored before is safe."""

    status = 507
    title = 'The disk is full'

    def __init__(
        self, sentence: str = 'The disk of the server is full. Make space, then try again.', **values: object
    ) -> None:
        super().__init__(sentence, **values)


class VideoError(SidelineError):
    """A camera or a video file cannot be used."""

    status = 422
    title = 'The video cannot be used'
