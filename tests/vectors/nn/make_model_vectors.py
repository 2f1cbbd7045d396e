#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does PyTorch make of layers and models? Writes models.txt, which tests/nn/ compares ours with.

    python3 make_model_vectors.py > models.txt

Parameters and inputs follow a formula, number() below and in tests/nn/torch_vectors.hpp, so that only what comes out is kept,
and the names and shapes of state_dict:

    linear | weight [2,3] | bias [2] || [1,2] 0.5 0.25

Made with PyTorch 1.13, in float32, in eval().
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

MASK = 0xFFFFFFFF


def number(tensor, index):
    """-0.5 to 0.5, in steps of 1/4096: number `index` of tensor `tensor`."""
    h = (tensor * 2654435761 + index * 40503 + 12345) & MASK
    h = ((h ^ (h >> 15)) * 2246822519) & MASK
    h = ((h ^ (h >> 13)) * 3266489917) & MASK
    return (h >> 20) / 4096 - 0.5


def fill(tensor, which, name):
    count = tensor.numel()
    values = torch.tensor([number(which, i) for i in range(count)], dtype=torch.float64)
    if tensor.dim() < 2:  # around 1 what is a factor
        values = 1 + values if name.endswith("running_var") or is_factor(name) else values / 2
    else:
        values = values * 2.0 ** -math.floor(math.log2(math.sqrt(count / tensor.shape[0]))) * 2
    tensor.copy_(values.reshape(tensor.shape).float())


def is_factor(name):
    return name.split(".")[-1] == "weight"


def floats(which, *shape):
    return torch.tensor([number(which, i) * 4 for i in range(math.prod(shape))]).reshape(shape)


def ids(which, classes, *shape):
    return torch.tensor([int((number(which, i) + 0.5) * classes) for i in range(math.prod(shape))]).reshape(shape)


def extents(shape):
    return "[" + ",".join(map(str, shape)) + "]"


def block(tensor):
    return " ".join([extents(tensor.shape), *(f"{v:.8g}" for v in tensor.reshape(-1).tolist())])


def case(name, model, *inputs, run=None):
    model.eval()
    with torch.no_grad():
        state = model.state_dict()
        for which, (key, tensor) in enumerate(state.items()):
            if tensor.is_floating_point():
                fill(tensor, which, key)
        results = run(model, *inputs) if run else model(*inputs)
    if torch.is_tensor(results):
        results = [results]
    names = [f"{key} {extents(tensor.shape)}" for key, tensor in state.items()]
    print(" | ".join([name, *names]), "||", " | ".join(map(block, results)))


# Inputs have numbers of 1000 and more.
def recurrent():
    x, h, c = floats(1000, 2, 5, 3), floats(1001, 4, 2, 4), floats(1002, 4, 2, 4)
    flat = lambda model, *inputs: (lambda y, s: [y, *(s if isinstance(s, tuple) else (s,))])(*model(*inputs))
    case("rnn", nn.RNN(3, 4, batch_first=True), x, run=flat)
    case("rnn relu", nn.RNN(3, 4, nonlinearity="relu", bias=False, batch_first=True), x, run=flat)
    case("rnn two", nn.RNN(3, 4, 2, bidirectional=True, batch_first=True), x, h, run=flat)
    case("lstm", nn.LSTM(3, 4, batch_first=True), x, run=flat)
    case("lstm three", nn.LSTM(3, 4, 3, batch_first=True), x, run=flat)
    case("lstm two", nn.LSTM(3, 4, 2, bidirectional=True, batch_first=True), x, (h, c), run=flat)
    case("gru", nn.GRU(3, 4, batch_first=True), x, run=flat)
    case("gru no bias", nn.GRU(3, 4, bias=False, batch_first=True), x, run=flat)
    case("gru two", nn.GRU(3, 4, 2, bidirectional=True, batch_first=True), x, h, run=flat)


def packed():
    x, lengths = floats(1000, 3, 5, 3), torch.tensor([2, 5, 1])

    def run(model, x):
        rows = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        y, s = model(rows)
        y = nn.utils.rnn.pad_packed_sequence(y, batch_first=True)[0]
        return [y, *(s if isinstance(s, tuple) else (s,))]

    case("rnn packed", nn.RNN(3, 4, batch_first=True), x, run=run)
    case("lstm packed", nn.LSTM(3, 4, 2, bidirectional=True, batch_first=True), x, run=run)
    case("gru packed", nn.GRU(3, 4, bidirectional=True, batch_first=True), x, run=run)


def attention():
    x, memory, other = floats(1000, 2, 3, 8), floats(1001, 2, 5, 8), floats(1002, 2, 5, 8)
    masked = floats(1003, 3, 5) > 0
    masked[:, 0] = False
    added = floats(1004, 3, 5)
    padding = torch.tensor([[False, False, True, False, True], [False, False, False, False, False]])
    upper = torch.ones(3, 3, dtype=torch.bool).triu(1)
    layer = nn.MultiheadAttention(8, 2, batch_first=True)
    look = lambda **options: lambda model, *inputs: model(*inputs, need_weights=False, **options)[0]
    case("attention self", layer, x, x, x, run=look())
    case("attention causal", layer, x, x, x, run=look(attn_mask=upper))
    case("attention cross", layer, x, memory, other, run=look())
    case("attention memory", layer, x, memory, memory, run=look())
    case("attention masked", layer, x, memory, other, run=look(attn_mask=masked))
    case("attention added", layer, x, memory, other, run=look(attn_mask=added))
    case("attention padded", layer, x, memory, other, run=look(key_padding_mask=padding))
    case("attention both", layer, x, memory, other, run=look(attn_mask=masked, key_padding_mask=padding))
    options = dict(dim_feedforward=16, batch_first=True)
    case("encoder", nn.TransformerEncoderLayer(8, 2, **options), x)
    case("encoder norm first", nn.TransformerEncoderLayer(8, 2, norm_first=True, activation="gelu", **options), x,
         run=lambda model, x: model(x, src_mask=upper))
    case("decoder", nn.TransformerDecoderLayer(8, 2, **options), x, memory)
    case("decoder norm first", nn.TransformerDecoderLayer(8, 2, norm_first=True, activation="gelu", **options), x, memory,
         run=lambda model, x, memory: model(x, memory, tgt_mask=upper))


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x.flatten(1))))))


class Block(nn.Module):
    def __init__(self, channels, filters, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, filters, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(filters)
        self.shortcut = nn.Sequential()
        if stride != 1 or channels != filters:
            self.shortcut = nn.Sequential(nn.Conv2d(channels, filters, 1, stride, bias=False), nn.BatchNorm2d(filters))

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + self.shortcut(x))


class ResNet18(nn.Module):
    def __init__(self, width, classes):
        super().__init__()
        w = width
        self.conv1, self.bn1 = nn.Conv2d(3, w, 3, 1, 1, bias=False), nn.BatchNorm2d(w)
        stage = lambda i, o, s: nn.Sequential(Block(i, o, s), Block(o, o, 1))
        self.layer1, self.layer2 = stage(w, w, 1), stage(w, 2 * w, 2)
        self.layer3, self.layer4 = stage(2 * w, 4 * w, 2), stage(4 * w, 8 * w, 2)
        self.linear = nn.Linear(8 * w, classes)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.linear(F.adaptive_avg_pool2d(x, 1).flatten(1))


class DoubleConv(nn.Sequential):
    def __init__(self, channels, filters):
        super().__init__(nn.Conv2d(channels, filters, 3, padding=1), nn.BatchNorm2d(filters), nn.ReLU(),
                         nn.Conv2d(filters, filters, 3, padding=1), nn.BatchNorm2d(filters), nn.ReLU())


class UNet(nn.Module):
    def __init__(self, channels, classes, width):
        super().__init__()
        w = width
        self.down1, self.down2 = DoubleConv(channels, w), DoubleConv(w, 2 * w)
        self.bottom = DoubleConv(2 * w, 4 * w)
        self.up2, self.merge2 = nn.ConvTranspose2d(4 * w, 2 * w, 2, 2), DoubleConv(4 * w, 2 * w)
        self.up1, self.merge1 = nn.ConvTranspose2d(2 * w, w, 2, 2), DoubleConv(2 * w, w)
        self.head = nn.Conv2d(w, classes, 1)

    def forward(self, x):
        d1 = self.down1(x)
        d2 = self.down2(F.max_pool2d(d1, 2))
        b = self.bottom(F.max_pool2d(d2, 2))
        u2 = self.merge2(torch.cat([self.up2(b), d2], 1))
        u1 = self.merge1(torch.cat([self.up1(u2), d1], 1))
        return self.head(u1)


class GptBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.ln_1, self.attn = nn.LayerNorm(width), nn.MultiheadAttention(width, heads, batch_first=True)
        self.ln_2, self.c_fc, self.c_proj = nn.LayerNorm(width), nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        t = x.shape[1]
        upper = torch.ones(t, t, dtype=torch.bool).triu(1)
        h = self.ln_1(x)
        x = x + self.attn(h, h, h, attn_mask=upper, need_weights=False)[0]
        return x + self.c_proj(F.gelu(self.c_fc(self.ln_2(x))))


class Gpt(nn.Module):
    def __init__(self, vocabulary, context, width, heads, depth):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(vocabulary, width), nn.Embedding(context, width)
        self.h = nn.ModuleList([GptBlock(width, heads) for _ in range(depth)])
        self.ln_f, self.lm_head = nn.LayerNorm(width), nn.Linear(width, vocabulary, bias=False)

    def forward(self, ids):
        x = self.wte(ids) + self.wpe(torch.arange(ids.shape[1]).expand(ids.shape))
        for block in self.h:
            x = block(x)
        return self.lm_head(self.ln_f(x))


class Tagger(nn.Module):
    def __init__(self, words, width, hidden, tags):
        super().__init__()
        self.embedding = nn.Embedding(words, width)
        self.lstm = nn.LSTM(width, hidden, bidirectional=True, batch_first=True)
        self.tags = nn.Linear(2 * hidden, tags)

    def forward(self, ids):
        return self.tags(self.lstm(self.embedding(ids))[0])


def models():
    case("lenet", LeNet(), floats(1000, 2, 1, 28, 28))
    case("resnet18", ResNet18(4, 10), floats(1000, 2, 3, 32, 32))
    case("unet", UNet(3, 2, 4), floats(1000, 1, 3, 16, 8))
    case("gpt", Gpt(11, 16, 8, 2, 2), ids(1000, 11, 2, 7))
    case("tagger", Tagger(13, 4, 5, 3), ids(1000, 13, 2, 6))


recurrent()
packed()
attention()
models()
