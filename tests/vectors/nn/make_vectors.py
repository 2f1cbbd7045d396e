#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What do PyTorch's layers make of it? Writes vectors.txt, which tests/nn/layer_vectors.cpp compares our layers with.

    python3 make_vectors.py > vectors.txt

Two lines a module. What state_dict() holds, and what comes out for the input:

    names linear weight[3,4] bias[3]
    linear [2,3] 0.5 1.25 ...

Parameters and inputs hold numbers that tests/nn/layer_vectors.cpp makes in the same way.
"""
import torch
from torch import nn


def numbers(count, seed):
    return (torch.tensor([(7 * i + 3 * seed) % 11 - 5 for i in range(count)], dtype=torch.float32)) / 8


def fill(module):
    with torch.no_grad():
        for seed, (name, tensor) in enumerate(module.state_dict().items()):
            if name.endswith("num_batches_tracked"):
                continue
            values = numbers(tensor.numel(), seed).reshape(tensor.shape)
            tensor.copy_(values.abs() + 0.5 if name.endswith("running_var") else values)
    return module.eval()


def extents(tensor):
    return "[" + ",".join(map(str, tensor.shape)) + "]"


def say(name, tensor):
    print(name, extents(tensor), *(f"{v:.7g}" for v in tensor.reshape(-1).tolist()))


def case(name, module, *shape):
    fill(module)
    x = numbers(torch.Size(shape).numel(), 5).reshape(shape)
    print("names", name, *(key + extents(value) for key, value in module.state_dict().items()))
    with torch.no_grad():
        say(name, module(x))


class RMSNorm(nn.Module):
    """torch.nn.RMSNorm, which is younger than PyTorch 1.13."""

    def __init__(self, extent):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(extent))

    def forward(self, x):
        return x / torch.sqrt((x * x).mean(-1, keepdim=True) + torch.finfo(x.dtype).eps) * self.weight


class Residual(nn.Module):
    def __init__(self, block, shortcut):
        super().__init__()
        self.block, self.shortcut = block, shortcut

    def forward(self, x):
        return self.shortcut(x) + self.block(x)


class Concat(nn.Sequential):
    def forward(self, x):
        return torch.cat([branch(x) for branch in self], 1)


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 2, 3), nn.Conv2d(2, 3, 3)
        self.fc1, self.fc2 = nn.Linear(12, 5), nn.Linear(5, 3)

    def forward(self, x):
        x = torch.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = torch.max_pool2d(torch.relu(self.conv2(x)), 2)
        return self.fc2(torch.relu(self.fc1(x.flatten(1))))


case("linear", nn.Linear(4, 3), 2, 4)
case("linear_no_bias", nn.Linear(4, 3, bias=False), 2, 3, 4)
case("conv1d", nn.Conv1d(2, 3, 3, stride=2, padding=1), 2, 2, 7)
case("conv2d", nn.Conv2d(4, 6, (3, 2), stride=2, padding=1, groups=2), 2, 4, 6, 5)
case("conv2d_dilated", nn.Conv2d(2, 3, 3, dilation=2, bias=False), 1, 2, 6, 6)
case("conv2d_same", nn.Conv2d(2, 3, 3, padding="same"), 1, 2, 4, 3)
case("conv_transpose2d", nn.ConvTranspose2d(3, 2, 3, stride=2, padding=1, output_padding=1), 2, 3, 3, 4)
case("conv_transpose2d_groups", nn.ConvTranspose2d(4, 6, 2, groups=2), 1, 4, 2, 3)
case("max_pool1d", nn.MaxPool1d(3, stride=2), 1, 2, 8)
case("max_pool2d", nn.MaxPool2d(3, stride=2, padding=1), 1, 2, 5, 6)
case("avg_pool1d", nn.AvgPool1d(2), 1, 2, 6)
case("avg_pool2d", nn.AvgPool2d(2), 1, 2, 4, 6)
case("adaptive_avg_pool2d", nn.AdaptiveAvgPool2d((2, 3)), 1, 2, 5, 7)
case("adaptive_max_pool2d", nn.AdaptiveMaxPool2d(2), 1, 2, 5, 7)
case("upsample", nn.Upsample(scale_factor=2), 1, 2, 2, 3)
case("upsample_bilinear", nn.Upsample(scale_factor=2, mode="bilinear"), 1, 2, 2, 3)
case("batch_norm1d", nn.BatchNorm1d(4), 3, 4)
case("batch_norm1d_line", nn.BatchNorm1d(2), 3, 2, 4)
case("batch_norm2d", nn.BatchNorm2d(3), 2, 3, 2, 2)
case("layer_norm", nn.LayerNorm(5), 2, 3, 5)
case("layer_norm_two", nn.LayerNorm((3, 5)), 2, 3, 5)
case("rms_norm", RMSNorm(5), 2, 5)
case("group_norm", nn.GroupNorm(2, 4), 2, 4, 3)
case("relu", nn.ReLU(), 11)
case("leaky_relu", nn.LeakyReLU(), 11)
case("elu", nn.ELU(), 11)
case("sigmoid", nn.Sigmoid(), 11)
case("silu", nn.SiLU(), 11)
case("softplus", nn.Softplus(), 11)
case("gelu", nn.GELU(), 11)
case("gelu_tanh", nn.GELU(approximate="tanh"), 11)
case("tanh", nn.Tanh(), 11)
case("softmax", nn.Softmax(1), 2, 5)
case("log_softmax", nn.LogSoftmax(-1), 2, 5)
case("flatten", nn.Flatten(), 2, 3, 2)
case("unflatten", nn.Unflatten(1, (3, 2)), 2, 6)
case("dropout", nn.Dropout(0.5), 2, 3)
case("identity", nn.Identity(), 2, 3)
case("lenet", LeNet(), 2, 1, 14, 14)
case("sequential", nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(32, 3)), 2, 1, 6, 6)
case(
    "nested",
    nn.Sequential(
        Residual(nn.Sequential(nn.Conv2d(2, 2, 3, padding=1), nn.BatchNorm2d(2), nn.ReLU()), nn.Identity()),
        Residual(nn.Conv2d(2, 4, 3, stride=2, padding=1), nn.Conv2d(2, 4, 1, stride=2, bias=False)),
        Concat(nn.Conv2d(4, 2, 1), nn.Sequential(nn.Conv2d(4, 3, 3, padding=1), nn.ReLU())),
    ),
    1, 2, 4, 4)

# Training: the output, and the running statistics after it.
norm = fill(nn.BatchNorm2d(3)).train()
with torch.no_grad():
    say("batch_norm2d_training", norm(numbers(24, 5).reshape(2, 3, 2, 2)))
say("batch_norm2d_training_mean", norm.running_mean)
say("batch_norm2d_training_var", norm.running_var)
