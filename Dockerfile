# One image for web, workers, scheduler and migrations: `docker run siklus web`, `… worker documents`, `… migrate`.
FROM python:3.11-slim-bookworm

RUN apt-get update \
 && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/* \
 && pip install --no-cache-dir uv==0.13.9 \
 && useradd --system --uid 10001 --create-home siklus \
 && install -d -o siklus -g siklus /srv/siklus

WORKDIR /app
ENV UV_PYTHON_DOWNLOADS=never PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 SIKLUS_FILES=/srv/siklus
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-cache
COPY . .
# The values are needed to start and are not kept; none of them is used.
RUN SECRET_KEY=only-to-collect-the-static-files-of-the-image-000000000 ALLOWED_HOSTS=localhost \
    SIKLUS_LEDGER_KEY=MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC \
    BASE_URL=https://localhost DATABASE_URL=postgres://nobody@localhost/none REDIS_URL=redis://localhost \
    python manage.py collectstatic --no-input -v0

USER siklus
VOLUME /srv/siklus
EXPOSE 8000
ENTRYPOINT ["python", "-m", "backend.launch"]
CMD ["web"]
