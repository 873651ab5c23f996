from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "documents"
    label = "documents"

    def ready(self) -> None:
        from documents.problems import problems_of
        from workflows.letters.content import checked_by

        checked_by.append(problems_of)
