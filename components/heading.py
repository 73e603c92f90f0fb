"""A heading that assistive technology can jump to."""

from nicegui.elements.mixins.text_element import TextElement

CLASSES = {1: 't-title', 2: 't-head', 3: 't-body'}


class Heading(TextElement):
    """A real `h1`, `h2` or `h3` in the one type scale."""

    def __init__(self, text: str, *, level: int = 2) -> None:
        super().__init__(tag=f'h{level}', text=text)
        self.classes(CLASSES[level])
