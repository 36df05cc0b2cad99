"""How a view answers with a page."""

from django.shortcuts import render


def page(request, template, **context):
    """Render; with a bound form that has errors the answer is 422, so nobody takes it for a
    success.
    """
    form = context.get("form")
    refused = form is not None and form.is_bound and not form.is_valid()
    return render(request, template, context, status=422 if refused else 200)


def posted(request):
    """What a form is bound to: the posted fields, even if there are none; None while reading."""
    return request.POST if request.method == "POST" else None
