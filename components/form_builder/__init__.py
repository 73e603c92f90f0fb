"""The form builder: a palette, the fields with their rules, and the form as a coach will see it."""

from components.form_builder.builder import FormBuilder

__all__ = ['FormBuilder']
