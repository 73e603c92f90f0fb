"""What whoever runs Sideline can set, each as an environment variable SIDELINE_<NAME>."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The deployment's settings; the README's table is held against this class by a test."""

    model_config = SettingsConfigDict(env_prefix='SIDELINE_', env_file='.env', extra='ignore')

    home: Path = Field(default_factory=lambda: user_data_path('sideline'), description='Folder that holds everything.')
    host: str = Field(default='0.0.0.0', description='Address to listen on.')  # noqa: S104 - tablets must reach it
    port: int = Field(default=8080, ge=1, le=65535, description='Port to listen on.')
    database_url: str = Field(default='', description='Another database than the one in the home folder.')
    ssl_certfile: Path | None = Field(default=None, description='Certificate for HTTPS (PEM).')
    ssl_keyfile: Path | None = Field(default=None, description='Private key for HTTPS (PEM).')
    models: Path | None = Field(default=None, description='Folder of the landmark models; default: HOME/models.')
    embedder: str = Field(
        default='all-MiniLM-L6-v2',
        description='Sentence model: the bundled all-MiniLM-L6-v2, or the path of a sentence-transformers folder.',
    )
    password: SecretStr | None = Field(default=None, description='Password for `user create` and `user password`.')
    dev: bool = Field(default=False, description='Show /dev/components and reload on change.')

    @property
    def models_folder(self) -> Path:
        """Where the landmark models lie."""
        return self.models or self.home / 'models'
