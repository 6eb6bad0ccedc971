"""The look of the window as its widgets ask for it: colours by token, fonts by role, icons by name."""

from collections.abc import Callable
from typing import Final, get_args

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip, QWidget

from reviewer.gui.theme.choice import Choice, system_theme
from reviewer.gui.theme.focus import FocusRing
from reviewer.gui.theme.fonts import FAMILIES, ROLES, Voice, line_at, load_fonts, make_font
from reviewer.gui.theme.icons import Icons
from reviewer.gui.theme.palette import faded, make_palette
from reviewer.gui.theme.style import ReviewerStyle
from reviewer.spectrum.tokens import TOKENS, Tokens

ZOOM_RANGE: Final = (70, 200)
CHOICES: Final[tuple[Choice, ...]] = get_args(Choice)


class Theme(QObject):
    """One for the application, handed to every widget that paints.

    Signals:
        changed: Colours, type size or families are others now; painted widgets update, laid out ones measure anew.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "system"
        self._zoom = 100
        self._families = dict(FAMILIES)
        self._icons = Icons()
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._colors: dict[str, QColor] = {}
        self._tokens: Tokens = TOKENS["light"]
        self._style: ReviewerStyle | None = None
        self._ring: FocusRing | None = None

    @property
    def name(self) -> str:
        """The theme in force: light, dark or contrast."""
        return self._tokens.name

    @property
    def choice(self) -> Choice:
        """What was chosen, "system" included."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def zoom(self) -> int:
        """Text size in percent."""
        return self._zoom

    @property
    def focus_width(self) -> int:
        """How thick the ring round the focused control is, in px."""
        return 3 if self.name == "contrast" else 2

    def install(self, app: QApplication) -> None:
        """Load the fonts and dress the application; once, before the first widget."""
        load_fonts()
        self._tokens = TOKENS[system_theme(app)]
        self._style = ReviewerStyle(self)
        app.setStyle(self._style)
        self._ring = FocusRing(app)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._dress()

    def set_choice(self, choice: Choice) -> None:
        """Change the theme of everything in sight, at once. ValueError for a word that is no theme."""
        if choice not in CHOICES:
            raise ValueError(choice)
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])  # for the frame that the system draws
        self._follow()

    def set_zoom(self, percent: int) -> None:
        """The text size in percent, kept between 70 and 200."""
        zoom = min(ZOOM_RANGE[1], max(ZOOM_RANGE[0], percent))
        if zoom != self._zoom:
            self._zoom = zoom
            self._retype()

    def set_family(self, voice: Voice, family: str) -> None:
        """A family of the user's own for one voice, before the shipped ones; the empty name takes it back."""
        own = (family,) if family else ()
        self._families[voice] = own + FAMILIES[voice]
        self._retype()

    def color(self, token: str) -> QColor:
        """The colour of a token now. KeyError for a name that is none."""
        if token not in self._colors:
            self._colors[token] = QColor(self._tokens[token])
        return self._colors[token]

    def faded(self) -> QColor:
        """Text and icons of what can't be used just now."""
        return faded(self._tokens)

    def font(self, role: str, *, italic: bool = False) -> QFont:
        """The font of a role at the text size now. KeyError for a role that is none."""
        key = (role, italic)
        if key not in self._fonts:
            kind = ROLES[role]
            self._fonts[key] = make_font(kind, self._zoom, self._families[kind.voice], italic=italic)
        return QFont(self._fonts[key])

    def line_height(self, role: str) -> int:
        """The distance of base lines in px that belongs to a role at the text size now."""
        return line_at(ROLES[role], self._zoom)

    def scaled(self, px: int) -> int:
        """A length of the layout that holds text, at the text size now; never under its size at 100 %."""
        return max(px, round(px * self._zoom / 100))

    def pixmap(self, name: str, token: str = "ink2", size: int = 16, dpr: float = 1.0) -> QPixmap:  # noqa: S107
        """An icon in the colour of a token; `size` is in logical px."""
        return self._icons.pixmap(name, self.color(token), size, dpr)

    def tinted(self, name: str, color: QColor, size: int, dpr: float) -> QPixmap:
        """An icon in a colour that is no token, as those of disabled controls are."""
        return self._icons.pixmap(name, color, size, dpr)

    def icon(self, name: str, token: str = "ink2") -> QIcon:  # noqa: S107
        """An icon as it is now: ask again when the theme has changed, or give a button `sign` instead (kinds.py)."""
        icon = QIcon()
        for dpr in {1.0, self._app.devicePixelRatio()}:
            icon.addPixmap(self.pixmap(name, token, 16, dpr))
            icon.addPixmap(self.tinted(name, self.faded(), 16, dpr), QIcon.Mode.Disabled)
        return icon

    def keep_icon(self, owner: QAction | QAbstractButton, name: str, token: str = "ink2") -> None:  # noqa: S107
        """Give an action or a button the icon, and give it again whenever the theme changes."""
        _Keeper(self, owner, lambda: owner.setIcon(self.icon(name, token)))

    def keep_text(self, owner: QWidget, role: str, token: str = "ink", *, italic: bool = False) -> None:  # noqa: S107
        """Set a label in a role's font and a token's colour, and again whenever the theme or the text size changes."""

        def give() -> None:
            palette = owner.palette()
            palette.setColor(QPalette.ColorRole.WindowText, self.color(token))
            owner.setPalette(palette)
            owner.setFont(self.font(role, italic=italic))

        _Keeper(self, owner, give)

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._follow()

    def _follow(self) -> None:
        name = system_theme(self._app) if self._choice == "system" else self._choice
        if name != self.name:
            self._tokens = TOKENS[name]
            self._colors.clear()
            self._dress()
            self.changed.emit()

    def _retype(self) -> None:
        self._fonts.clear()
        self._dress_type()
        for widget in self._app.allWidgets():  # sizes that the style made from the old type are kept until told so
            self._app.style().polish(widget)
            self._app.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
        self.changed.emit()

    def _dress(self) -> None:
        palette = make_palette(self._tokens)
        self._app.setPalette(palette)
        QToolTip.setPalette(palette)
        self._dress_type()

    def _dress_type(self) -> None:
        self._app.setFont(self.font("interface"))
        for kind, role in _CLASS_FONTS.items():
            self._app.setFont(self.font(role), kind)  # type: ignore[arg-type]  # the stub says bytes, which fail
        QToolTip.setFont(self.font("small"))


class _Keeper(QObject):
    """Lives and dies with the owner of an icon or a text, and with it the connection."""

    def __init__(self, theme: Theme, owner: QObject, give: Callable[[], None]) -> None:
        super().__init__(owner)
        self._give = give
        theme.changed.connect(self._on_theme_changed)
        give()

    def _on_theme_changed(self) -> None:
        self._give()


_SCHEMES: Final = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}

# What Qt measures by class before the style is asked.
_CLASS_FONTS: Final = {"QPushButton": "interface_strong", "QHeaderView": "small"}
