"""What holds for every test: no timing assertions, and nothing kept between runs."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "project", deadline=None, database=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")
