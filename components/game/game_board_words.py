"""What the scoreboard says in the browser."""

from components.words import _, locale


def board_words() -> dict[str, str | dict[str, str]]:
    """Sentences by the names that `game_board.js` and its sheets know; they fill their {placeholders}."""
    return {'locale': str(locale()).replace('_', '-'), 'kinds': _kinds()} | _board() | _clock() | _line_up()


def _kinds() -> dict[str, str]:
    """What each kind of event is called."""
    return {
        'clock': _('Game clock'),
        'lineUp': _('Line-up'),
        'substitution': _('Substitution'),
        'scored': _('Score'),
    }


def _board() -> dict[str, str]:
    return {
        'game': _('Game'),
        'us': _('Us'),
        'them': _('Them'),
        'plus': _('{side}: {points}. One point more'),
        'minus': _('{side}: one point less'),
        'score': _('Score: {us} to {them}'),
        'mendScore': _('Put the score right'),
        'undo': _('Undo'),
        'undone': _('Taken back'),
        'close': _('Close'),
        'draft': _('Start the session, then the game clock can run and the line-up be chosen.'),
        'over': _('This session has ended.'),
        'notKept': _('This browser cannot keep this. Nothing was saved; please try again.'),
    }


def _clock() -> dict[str, str]:
    return {
        'clock': _('Game clock'),
        'adjust': _('Adjust the game clock'),
        'notStarted': _('Not started'),
        'start': _('Start'),
        'stop': _('Stop'),
        'startPeriod': _('Start {period}'),
        'goOn': _('Go on with {period}'),
        'started': _('The game clock runs'),
        'stopped': _('The game clock stands at {time}'),
        'begun': _('{period} has begun'),
        'next': _('{period}: ready to start'),
        'set': _('Game clock: {time}'),
        'setIt': _('Set'),
        'clockShows': _('The clock shall show'),
        'badTime': _('Write the time like 12:31.'),
        'period': _('Period'),
        'recent': _('Before that'),
        'ranFrom': _('Clock runs, {period} {time}'),
        'stoodAt': _('Clock stands, {period} {time}'),
    }


def _line_up() -> dict[str, str]:
    return {
        'lineUp': _('Line-up'),
        'substitute': _('Substitution'),
        'pickHint': _('Tap everybody who is on the pitch.'),
        'use': _('Use this line-up ({count})'),
        'linedUp': _('{count} players on the pitch'),
        'substituteHint': _('Tap who leaves, then who comes on.'),
        'whoComesOn': _('{off} leaves. Who comes on?'),
        'whoLeaves': _('{on} comes on. Who leaves?'),
        'onPitch': _('On the pitch'),
        'bench': _('On the bench'),
        'onlyOff': _('Leaves without a replacement'),
        'onlyOn': _('Comes on, nobody leaves'),
        'pickAnew': _('Change the whole line-up'),
        'leaves': _('{player} off'),
        'comesOn': _('{player} on'),
        'minutes': _('{count} min'),
        'noPlayers': _('Nobody is on the roster yet. Add players on the page Team.'),
    }
