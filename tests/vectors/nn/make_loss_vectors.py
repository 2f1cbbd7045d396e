#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does PyTorch say of losses? Writes losses.txt, which tests/nn/loss_vectors.cpp compares ours with.

    python3 make_loss_vectors.py > losses.txt

One case a line: a name, which begins with the function and ends with the reduction, then each operand and last the
result, as [extents] and elements. Made with PyTorch 1.13, in float64.

    mse_loss mean | [2] 1 2 | [2] 1 0 | [] 2
"""
import torch
import torch.nn.functional as F

torch.manual_seed(20250601)


def block(tensor):
    extents = ",".join(map(str, tensor.shape))
    return " ".join([f"[{extents}]", *(repr(float(v)).removesuffix(".0") for v in tensor.reshape(-1))])


def cases(name, operands, function, reductions=("none", "mean", "sum")):
    for reduction in reductions:
        result = function(*operands, reduction=reduction)
        print(" | ".join([f"{name} {reduction}", *map(block, (*operands, result))]))


def numbers(*shape, scale=1.0):
    return (torch.randn(shape, dtype=torch.float64) * 16 * scale).round() / 16


def probabilities(*shape):
    return torch.randint(0, 17, shape).double() / 16


def rows(*shape):
    parts = torch.randint(1, 9, shape).double()
    return (parts / parts.sum(1, keepdim=True) * 1024).round() / 1024


for shape in [(2, 3, 2)]:
    x, y = numbers(*shape), numbers(*shape)
    cases("mse_loss", (x, y), F.mse_loss)
    cases("l1_loss", (x, y), F.l1_loss)
    cases("smooth_l1_loss", (x, y), F.smooth_l1_loss)
    cases("smooth_l1_loss 0.5", (x, y), lambda x, y, reduction: F.smooth_l1_loss(x, y, beta=0.5, reduction=reduction))
    cases("smooth_l1_loss 0", (x, y), lambda x, y, reduction: F.smooth_l1_loss(x, y, beta=0.0, reduction=reduction))
    cases("huber_loss", (x, y), F.huber_loss)
    cases("huber_loss 0.5", (x, y), lambda x, y, reduction: F.huber_loss(x, y, delta=0.5, reduction=reduction))
    p, t = probabilities(*shape), probabilities(*shape)
    p.view(-1)[:2] = torch.tensor([0.0, 1.0])
    cases("binary_cross_entropy", (p, t), F.binary_cross_entropy)
    far = numbers(*shape, scale=20)
    cases("binary_cross_entropy_with_logits", (far, t), F.binary_cross_entropy_with_logits)
    t.view(-1)[2] = 0
    cases("kl_div", (x, t), F.kl_div, ("none", "mean", "sum", "batchmean"))
    cases("kl_div log_target", (x, y), lambda x, y, reduction: F.kl_div(x, y, log_target=True, reduction=reduction),
          ("none", "mean", "sum", "batchmean"))


def of_ids(function, **options):
    return lambda x, ids, *weight, reduction: function(x, ids.long(), *weight, reduction=reduction, **options)


for shape in [(5, 4), (2, 3, 2, 2)]:
    x, w = numbers(*shape, scale=2), probabilities(shape[1]) + 0.125
    ids = torch.randint(0, shape[1], (shape[0], *shape[2:])).double()
    some = ids.clone()
    some.view(-1)[1] = -100
    for name, function in [("cross_entropy", F.cross_entropy), ("nll_loss", F.nll_loss)]:
        cases(name, (x, ids), of_ids(function))
        cases(name, (x, some), of_ids(function))
        cases(name, (x, some, w), of_ids(function))
        cases(f"{name} ignore 2", (x, ids), of_ids(function, ignore_index=2))
    cases("cross_entropy smoothed", (x, some), of_ids(F.cross_entropy, label_smoothing=0.25))
    cases("cross_entropy smoothed", (x, some, w), of_ids(F.cross_entropy, label_smoothing=0.25))
    target = rows(*shape)
    soft = lambda x, t, *weight, reduction: F.cross_entropy(x, t, *weight, reduction=reduction)
    cases("cross_entropy soft", (x, target), soft)
    cases("cross_entropy soft", (x, target, w), soft)
    cases("cross_entropy soft smoothed", (x, target, w),
          lambda x, t, *weight, reduction: F.cross_entropy(x, t, *weight, reduction=reduction, label_smoothing=0.25))
