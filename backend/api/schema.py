"""The description of the API (OpenAPI 3.1): every operation may answer with a problem document."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension

PROBLEM = {
    "type": "object",
    "description": "RFC 9457.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "examples": ["urn:siklus:refused"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "object", "additionalProperties": {"type": "string"}, "description": "400: by field."},
        "problems": {
            "type": "array", "items": {"$ref": "#/components/schemas/ProblemPart"}, "description": "403, 404, 409, 422.",
        },
        "changes": {
            "type": "array", "items": {"$ref": "#/components/schemas/Entry"}, "description": "409: what happened since.",
        },
    },
}  # fmt: skip


def with_problems(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """A hook of drf-spectacular."""
    result["components"]["schemas"]["Problem"] = PROBLEM
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for methods in result["paths"].values():
        for operation in methods.values():
            operation["responses"]["default"] = {"description": "Refused; nothing was done.", "content": content}
    return result


class KeyScheme(OpenApiAuthenticationExtension):
    """How the API's description calls it."""

    target_class = "backend.accounts.keys.KeyAuthentication"
    name = "key"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "header", "name": "Authorization", "description": "`Token …`"}
