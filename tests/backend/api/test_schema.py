import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema


@pytest.fixture(scope="module")
def schema(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return SchemaGenerator().get_schema(request=None, public=True)


def test_the_description_is_valid_openapi_3_1(schema):
    assert schema["openapi"].startswith("3.1")
    validate_schema(schema)


def test_every_operation_says_how_it_is_refused(schema):
    operations = [operation for methods in schema["paths"].values() for operation in methods.values()]
    assert len(operations) > 30
    assert all("default" in operation["responses"] for operation in operations)


def test_drawing_the_schema_leaves_nothing_to_guess(schema, capsys):
    SchemaGenerator().get_schema(request=None, public=True)
    assert capsys.readouterr().err == ""


def test_schema_and_docs_are_served(client_of):
    ani = client_of("ani")
    assert ani.get("/api/schema/").status_code == 200
    page = ani.get("/api/docs/")
    assert b"swagger-ui" in page.content
    assert b"<script>" not in page.content  # the content security policy forbids scripts in the page
