"""Writes into a TensorFlow Lite model how its input pixels are scaled, which MediaPipe's tasks insist on knowing."""

from typing import Any


def with_normalization(model: bytes, *, mean: float, std: float) -> bytes:
    """The same model whose metadata says that an input value is (pixel - mean) / std."""
    import flatbuffers
    from mediapipe.tasks.metadata import schema_py_generated as schema

    tree = schema.ModelT.InitFromObj(schema.Model.GetRootAs(model, 0))
    _set_metadata(tree, _metadata(tree, mean=mean, std=std))
    builder = flatbuffers.Builder(len(model))
    builder.Finish(tree.Pack(builder), b'TFL3')
    return bytes(builder.Output())


def _metadata(tree: Any, *, mean: float, std: float) -> bytes:
    import flatbuffers
    from mediapipe.tasks.metadata import metadata_schema_py_generated as schema

    options = schema.NormalizationOptionsT()
    options.mean, options.std = [mean], [std]
    unit = schema.ProcessUnitT()
    unit.optionsType, unit.options = schema.ProcessUnitOptions.NormalizationOptions, options
    picture = schema.TensorMetadataT()
    picture.name, picture.processUnits, picture.content = 'image', [unit], _image_content(schema)
    graph = schema.SubGraphMetadataT()
    graph.inputTensorMetadata = [picture]
    graph.outputTensorMetadata = [schema.TensorMetadataT() for _ in tree.subgraphs[0].outputs]
    metadata = schema.ModelMetadataT()
    metadata.subgraphMetadata = [graph]
    builder = flatbuffers.Builder(0)
    builder.Finish(metadata.Pack(builder), b'M001')
    return bytes(builder.Output())


def _image_content(schema: Any) -> Any:
    picture = schema.ImagePropertiesT()
    picture.colorSpace = schema.ColorSpaceType.RGB
    content = schema.ContentT()
    content.contentPropertiesType, content.contentProperties = schema.ContentProperties.ImageProperties, picture
    return content


def _set_metadata(tree: Any, content: bytes) -> None:
    from mediapipe.tasks.metadata import schema_py_generated as schema

    buffer = schema.BufferT()
    buffer.data = content
    entry = schema.MetadataT()
    entry.name, entry.buffer = b'TFLITE_METADATA', len(tree.buffers)
    tree.buffers.append(buffer)
    tree.metadata = [old for old in tree.metadata or [] if old.name != entry.name] + [entry]
