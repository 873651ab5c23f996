"""A field of several texts."""

from typing import Any

from django import forms

from .forms import area


class Lines(forms.CharField):
    """Texts, one a line."""

    def __init__(self, rows: int = 5, **given: Any):
        super().__init__(widget=area(rows), **given)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def validate(self, value: list[str]) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")
