"""The attributes of the elements of a page. Most elements are called as others are: what is made of a class is made
once."""


class Attributes:
    """What was made of the classes of one page."""

    __slots__ = ("alone", "called", "lowered")

    def __init__(self, called: set[str]) -> None:
        self.alone: dict[str, dict[str, str]] = {}
        """The attributes of the elements that have a class and nothing else, by that; they share them."""
        self.lowered: dict[str, str] = {}
        """The names of the elements that have a class and no id, by their class."""
        self.called = called
        """All names, to which the new ones are added."""

    def given(self, listed: list[tuple[str, str]]) -> dict[str, str]:
        """The attributes of an element, by name."""
        if len(listed) > 1 or listed[0][0] != "class":
            return filled(listed)
        value = listed[0][1]
        given = self.alone.get(value)
        if given is None:
            given = self.alone[value] = {"class": value}
        return given

    def names(self, given: dict[str, str]) -> tuple[str, bool]:
        """The class and id of an element in lower case, and whether it has other attributes."""
        class_value = given.get("class")
        if "id" in given:
            names = f"{class_value or ''} {given['id']}".lower()
            self.called.add(names)
            return names, len(given) > 1 + (class_value is not None)
        if class_value is None:
            return "", True
        lowered = self.lowered.get(class_value)
        if lowered is None:
            lowered = self.lowered[class_value] = class_value.lower() + " "
            self.called.add(lowered)
        return lowered, len(given) > 1


def filled(listed: list[tuple[str, str]]) -> dict[str, str]:
    """A dictionary of pairs, which `dict` would first ask what they are."""
    given: dict[str, str] = {}
    for name, value in listed:
        given[name] = value
    return given
