"""Export a checkpoint to int8 ONNX.  python export.py CHECKPOINT.pt OUT.onnx

The graph is the same function written for one window at a time: no mask, and one product for queries, keys and values.
The weights of all products and the word embeddings become signed bytes, per channel; activations are quantised as they
come (dynamically). OUT.fp32.onnx is left beside it for comparison.
"""

import sys
import warnings

import torch
from model import WIDTHS, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional


class Layer(nn.Module):
    """One encoder layer of a BertModel, for [length, width] without a mask."""

    def __init__(self, layer: nn.Module, heads: int) -> None:
        super().__init__()
        own, self.layer, self.heads = layer.attention.self, layer, heads
        scale = (own.query.out_features / heads) ** -0.5
        parts = (own.query.weight * scale, own.key.weight, own.value.weight)
        self.weight = nn.Parameter(torch.cat(parts).T.contiguous())
        self.bias = nn.Parameter(torch.cat((own.query.bias * scale, own.key.bias, own.value.bias)))

    def forward(self, hidden: Tensor) -> Tensor:
        length, width = hidden.shape
        mixed = hidden @ self.weight + self.bias
        query, key, value = mixed.view(length, 3, self.heads, width // self.heads).permute(1, 2, 0, 3)
        seen = torch.softmax(query @ key.transpose(1, 2), -1) @ value
        attended = self.layer.attention.output.dense(seen.permute(1, 0, 2).reshape(length, width))
        hidden = self.layer.attention.output.LayerNorm(attended + hidden)
        wide = functional.gelu(self.layer.intermediate.dense(hidden))
        out: Tensor = self.layer.output.LayerNorm(self.layer.output.dense(wide) + hidden)
        return out


class OneWindow(nn.Module):
    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.embeddings, self.out = model.bert.embeddings, model.heads
        self.layers = nn.ModuleList(
            Layer(layer, model.bert.config.num_attention_heads) for layer in model.bert.encoder.layer
        )

    def forward(self, ids: Tensor, feature: Tensor) -> Tensor:
        """[length] twice -> [length, heads]."""
        place = torch.arange(ids.shape[0])
        hidden = (
            self.embeddings.word_embeddings(ids)
            + self.embeddings.token_type_embeddings(feature)
            + self.embeddings.position_embeddings(place)
        )
        hidden = self.embeddings.LayerNorm(hidden)
        for layer in self.layers:
            hidden = layer(hidden)
        out: Tensor = self.out(hidden)
        return out


def main() -> None:
    checkpoint, out = sys.argv[1:]
    model = Tagger()
    model.load_state_dict(torch.load(checkpoint), strict=False)
    window = OneWindow(model.eval())
    ids = torch.randint(1000, 2000, (32,))
    with torch.inference_mode():
        whole = model(ids[None], torch.ones_like(ids)[None], ids[None] % 4)[0, :, : sum(WIDTHS)]
        gap = (window(ids, ids % 4) - whole).abs().max()
    if gap > 1e-3:
        raise AssertionError(f"the exported function differs from the trained one by {gap}")
    plain = out.replace(".onnx", ".fp32.onnx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            window,
            (ids, torch.zeros_like(ids)),
            plain,
            input_names=["ids", "feature"],
            output_names=["out"],
            dynamic_axes={name: {0: "length"} for name in ("ids", "feature", "out")},
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    main()
