# One image for every Airflow service of docker-compose.yml.
ARG PYTHON_IMAGE=python:3.11-slim-bookworm
FROM ${PYTHON_IMAGE}

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    AIRFLOW_HOME=/opt/airflow \
    AIRFLOW__CORE__DAGS_FOLDER=/opt/bias/dags \
    AIRFLOW__CORE__LOAD_EXAMPLES=False \
    BIAS_ARCHIVE=/data/archive \
    BIAS_REPORTS=/data/reports

RUN useradd --create-home --uid 50000 airflow \
    && mkdir -p /opt/airflow/logs /data/archive /data/reports \
    && chown -R airflow:airflow /opt/airflow /data

WORKDIR /opt/bias

# The libraries first: they change less often than the code, so the layer is kept.
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bias/__init__.py bias/__init__.py
RUN pip install -c constraints.txt '.[deploy]' && pip uninstall -y media-bias-comparison

COPY bias bias
COPY dags dags
RUN pip install --no-deps -c constraints.txt .

USER airflow
VOLUME ["/opt/airflow/logs", "/data/archive", "/data/reports"]
# Airflow's own command, with its metrics and lines of JSON switched on as ours are.
ENTRYPOINT ["python", "-m", "bias.airflow_command"]
CMD ["version"]
